SELECT max(case_record_id)
FROM case_record;
