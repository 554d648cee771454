INSERT INTO subject (subject_id, kind, key)
VALUES (:subject_id, :kind, :key);
