DELETE FROM official_oversees
WHERE official_id = :official_id;
