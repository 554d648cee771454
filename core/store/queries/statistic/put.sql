INSERT OR REPLACE INTO statistic (statistic_id, unit_id, period, indicator, numerator,
        denominator, position)
VALUES (:statistic_id, :unit_id, :period, :indicator, :numerator, :denominator, :position);
