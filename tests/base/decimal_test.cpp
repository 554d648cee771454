#include "core/base/decimal.h"

#include <doctest/doctest.h>

using namespace core;

TEST_CASE("decimal: division rounds half up") {
  CHECK(divide_half_up(1, 3, 10000) == 3333);
  CHECK(divide_half_up(2, 3, 10000) == 6667);
  CHECK(divide_half_up(1, 2) == 1);
  CHECK(divide_half_up(1, 8, 100) == 13);
  CHECK(divide_half_up(12, 100) == 0);
  CHECK(divide_half_up(0, 7, 10000) == 0);
  CHECK(divide_half_up(7, 7, 10000) == 10000);
}

TEST_CASE("decimal: the real rates of domain 2.9 come out as printed") {
  CHECK(divide_half_up(7839, 8307, 10000) == 9437);
  CHECK(divide_half_up(638, 1876, 10000) == 3401);
}

TEST_CASE("decimal: division is the nearest whole, upwards from the middle") {
  for (std::int64_t below = 1; below <= 60; ++below) {
    for (std::int64_t above = 0; above <= 60; ++above) {
      const std::int64_t got = divide_half_up(above, below, 100);
      CHECK(2 * above * 100 < (2 * got + 1) * below);
      CHECK(2 * above * 100 >= (2 * got - 1) * below);
    }
  }
}

TEST_CASE("decimal: hundredths are read from whole numbers, decimals and texts") {
  CHECK(hundredths(Value(98)) == 9800);
  CHECK(hundredths(Value(98.25)) == 9825);
  CHECK(hundredths(Value("98.25")) == 9825);
  CHECK(hundredths(Value("0.5")) == 50);
  CHECK(hundredths(Value("1e2")) == 10000);
  CHECK(hundredths(Value(0)) == 0);
}

TEST_CASE("decimal: two decimals written in binary keep their last digit, and the half goes up") {
  for (int scaled = 0; scaled <= 10000; ++scaled)
    CHECK(hundredths(Value(static_cast<double>(scaled) / 100.0)) == scaled);
  CHECK(hundredths(Value(1.005)) == 101);
  CHECK(hundredths(Value(2.675)) == 268);
  CHECK(hundredths(Value(0.1249)) == 12);
}

TEST_CASE("decimal: what is no number, negative or beyond reason is none") {
  for (const Value& value :
       {Value(), Value(true), Value("九十"), Value(""), Value("95分"), Value(-1), Value(-0.01),
        Value(1e13), Value(List{Value(1)}), Value("0x10"), Value(" 5"), Value("\"5\""), Value("1."),
        Value("nan"), Value("inf")}) {
    CAPTURE(to_json(value));
    CHECK_FALSE(hundredths(value).has_value());
  }
}

TEST_CASE("decimal: texts show all places") {
  CHECK(decimal_text(9825, 2) == "98.25");
  CHECK(decimal_text(10000, 4) == "1.0000");
  CHECK(decimal_text(5, 2) == "0.05");
  CHECK(decimal_text(-5, 2) == "-0.05");
  CHECK(decimal_text(0, 2) == "0.00");
  CHECK(decimal_text(42, 0) == "42");
}

TEST_CASE("decimal: JSON numbers are short, and read back the same") {
  CHECK(to_json(decimal_value(9825, 2)) == "98.25");
  CHECK(to_json(decimal_value(9800, 2)) == "98");
  for (int scaled = 0; scaled <= 10000; scaled += 7)
    CHECK(hundredths(decimal_value(scaled, 2)) == scaled);
}
