SELECT first_position + length(hashes) / 32 - 1
FROM fact_block
ORDER BY first_position DESC
LIMIT 1;
