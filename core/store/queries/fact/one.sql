SELECT fact.position, fact.batch_id, fact.origin_id, fact.seq, fact.subject_id, fact.kind,
       fact.happened_on, coalesce(fact.recorded_by, batch.recorded_by), batch.recorded_at,
       fact.body, fact.hash
FROM fact
LEFT JOIN batch ON batch.batch_id = fact.batch_id
WHERE fact.position = :position;
