SELECT demo, origin_id
FROM ledger;
