INSERT OR REPLACE INTO official_oversees (official_id, place, unit_id)
VALUES (:official_id, :place, :unit_id);
