INSERT OR REPLACE INTO unit_alias (unit_id, place, alias)
VALUES (:unit_id, :place, :alias);
