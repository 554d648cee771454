SELECT official_id, key, name, post, rank, unit_id, appointed_on, left_on, position
FROM official
ORDER BY official_id;
