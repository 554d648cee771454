INSERT INTO origin (origin_id, prefix)
VALUES (:origin_id, :prefix);
