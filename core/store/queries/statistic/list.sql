SELECT statistic_id, unit_id, period, indicator, numerator, denominator, position
FROM statistic
ORDER BY statistic_id;
