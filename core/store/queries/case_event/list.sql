SELECT case_event_id, case_record_id, happened_on, kind, code, number, party, unit_id,
       official_id, unit_official_id, until, position
FROM case_event
ORDER BY case_event_id;
