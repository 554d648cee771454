INSERT INTO ledger (ledger_id, demo, origin_id, created_at)
VALUES (1, :demo, :origin_id, :created_at);
