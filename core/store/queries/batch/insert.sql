INSERT INTO batch (recorded_at, recorded_by)
VALUES (:recorded_at, :recorded_by);
