SELECT case_record_id, number, title, category, petitioner, received_on, registered_on,
       imported_deadline, unit_id, form, purpose, collective, first_time, people, position, events
FROM case_record
ORDER BY case_record_id;
