INSERT OR REPLACE INTO official (official_id, key, name, post, rank, unit_id, appointed_on,
        left_on, position)
VALUES (:official_id, :key, :name, :post, :rank, :unit_id, :appointed_on, :left_on, :position);
