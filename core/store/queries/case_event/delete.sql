DELETE FROM case_event
WHERE case_event_id BETWEEN :first AND :last;
