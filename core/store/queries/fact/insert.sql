INSERT INTO fact (position, batch_id, origin_id, seq, subject_id, kind, happened_on, recorded_by,
                  body, hash)
VALUES (:position, :batch_id, :origin_id, :seq, :subject_id, :kind, :happened_on, :recorded_by,
        :body, :hash);
