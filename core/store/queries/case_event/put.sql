INSERT OR REPLACE INTO case_event (case_event_id, case_record_id, happened_on, kind, code,
        number, party, unit_id, official_id, unit_official_id, until, position)
VALUES (:case_event_id, :case_record_id, :happened_on, :kind, :code, :number, :party, :unit_id,
        :official_id, :unit_official_id, :until, :position);
