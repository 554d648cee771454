SELECT fact_block.first_position, fact_block.batch_id, fact_block.origin_id, fact_block.first_seq,
       batch.recorded_by, batch.recorded_at, fact_block.facts, fact_block.hashes, fact_block.checksum
FROM fact_block
LEFT JOIN batch ON batch.batch_id = fact_block.batch_id
WHERE fact_block.first_position <= :position
ORDER BY fact_block.first_position DESC
LIMIT 1;
