INSERT OR REPLACE INTO unit (unit_id, code, name, type, unit_group, successor, registered_on,
        retired_on, position)
VALUES (:unit_id, :code, :name, :type, :unit_group, :successor, :registered_on, :retired_on,
        :position);
