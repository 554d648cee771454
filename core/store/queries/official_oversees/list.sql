SELECT official_id, place, unit_id
FROM official_oversees
ORDER BY official_id, place;
