INSERT OR REPLACE INTO county (county_id, name, code)
VALUES (:county_id, :name, :code);
