SELECT origin_id, prefix
FROM origin
WHERE origin_id > :after
ORDER BY origin_id;
