INSERT INTO fact_block (first_position, batch_id, origin_id, first_seq, facts, hashes, checksum)
VALUES (:first_position, :batch_id, :origin_id, :first_seq, :facts, :hashes, :checksum);
