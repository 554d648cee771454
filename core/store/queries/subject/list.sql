SELECT subject_id, kind, key
FROM subject
WHERE subject_id > :after
ORDER BY subject_id;
