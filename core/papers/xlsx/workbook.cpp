#include "core/papers/xlsx/workbook.h"

#include <fmt/format.h>

#include <string_view>

#include "core/papers/xlsx/zip_writer.h"

namespace core::papers {
namespace {

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                   "\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view kContent = "application/vnd.openxmlformats-officedocument.spreadsheetml";
constexpr int kLettersInAlphabet = 26;
constexpr int kChoiceRows = 5000;

// Cell formats in the order of CellStyle.
constexpr std::string_view kStyles =
    R"(<fonts count="4"><font><sz val="11"/><name val="宋体"/></font>)"
    R"(<font><b/><sz val="11"/><name val="宋体"/></font>)"
    R"(<font><sz val="11"/><color rgb="FF808080"/><name val="宋体"/></font>)"
    R"(<font><b/><sz val="16"/><name val="宋体"/></font></fonts>)"
    R"(<fills count="3"><fill><patternFill patternType="none"/></fill>)"
    R"(<fill><patternFill patternType="gray125"/></fill>)"
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/></patternFill></fill></fills>)"
    R"(<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>)"
    R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
    R"(<cellXfs count="4">)"
    R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>)"
    R"(<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>)"
    R"(<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>)"
    R"(<xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>)"
    R"(<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>)";

// Control characters have no place in XML 1.0.
// `_x0041_` in a cell is Excel's way of writing a character: taken literally its first `_` has to
// be written that way itself.
bool is_character_code(std::string_view text) {
  constexpr std::size_t kLength = 7;
  constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";
  return text.size() >= kLength && text[1] == 'x' && text[kLength - 1] == '_' &&
         text.substr(2, 4).find_first_not_of(kHexDigits) == std::string_view::npos;
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '_' && is_character_code(text.substr(i))) {
      out += "_x005F_";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      out += c;
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (auto rest = static_cast<int>(column) + 1; rest > 0; rest = (rest - 1) / kLettersInAlphabet)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % kLettersInAlphabet));
  return letters;
}

void append_cell(std::string& out, std::size_t row, std::size_t column, const WorkbookCell& cell) {
  const std::string start = fmt::format(R"(<c r="{}{}" s="{}")", column_letters(column), row + 1,
                                        static_cast<int>(cell.style));
  if (cell.number) {
    out += fmt::format("{}><v>{}</v></c>", start, cell.text);
  } else if (!cell.text.empty()) {
    out += start + R"( t="inlineStr"><is><t xml:space="preserve">)";
    append_escaped(out, cell.text);
    out += "</t></is></c>";
  }
}

void append_rows(std::string& out, const WorkbookSheet& sheet) {
  out += "<sheetData>";
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    out += fmt::format(R"(<row r="{}">)", row + 1);
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
      append_cell(out, row, column, sheet.rows[row][column]);
    out += "</row>";
  }
  out += "</sheetData>";
}

void append_view(std::string& out, const WorkbookSheet& sheet, bool first) {
  out += fmt::format(R"(<sheetViews><sheetView workbookViewId="0"{}>)",
                     first ? R"( tabSelected="1")" : "");
  if (sheet.frozen_rows > 0)
    out += fmt::format(
        R"(<pane ySplit="{}" topLeftCell="A{}" activePane="bottomLeft" state="frozen"/>)",
        sheet.frozen_rows, sheet.frozen_rows + 1);
  out += "</sheetView></sheetViews>";
}

void append_columns(std::string& out, const WorkbookSheet& sheet) {
  if (sheet.columns.empty()) return;
  out += "<cols>";
  for (std::size_t i = 0; i < sheet.columns.size(); ++i)
    out += fmt::format(R"(<col min="{0}" max="{0}" width="{1}" customWidth="1"/>)", i + 1,
                       sheet.columns[i].width);
  out += "</cols>";
}

// A wrong word is shown as a warning only: the reader says what is wrong, and where.
void append_choices(std::string& out, const WorkbookSheet& sheet) {
  std::string rules;
  int count = 0;
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    if (sheet.columns[i].choices.empty()) continue;
    ++count;
    rules += fmt::format(
        R"(<dataValidation type="list" errorStyle="warning" allowBlank="1" sqref="{0}{1}:{0}{2}">)"
        R"(<formula1>"{3}"</formula1></dataValidation>)",
        column_letters(i), sheet.frozen_rows + 1, kChoiceRows,
        escaped(fmt::format("{}", fmt::join(sheet.columns[i].choices, ","))));
  }
  if (count > 0)
    out += fmt::format(R"(<dataValidations count="{}">{}</dataValidations>)", count, rules);
}

std::string sheet_xml(const WorkbookSheet& sheet, bool first) {
  std::string out(kHead);
  out += fmt::format(R"(<worksheet xmlns="{}">)", kMain);
  append_view(out, sheet, first);
  append_columns(out, sheet);
  append_rows(out, sheet);
  append_choices(out, sheet);
  return out + "</worksheet>";
}

std::string content_types(std::size_t sheets) {
  std::string out(kHead);
  out += fmt::format(
      R"(<Types xmlns="{0}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{1}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{1}.styles+xml"/>)",
      kPackage, kContent);
  for (std::size_t i = 1; i <= sheets; ++i)
    out += fmt::format(
        R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="{}.worksheet+xml"/>)", i,
        kContent);
  return out + "</Types>";
}

std::string relationships(const std::string& inner) {
  return fmt::format(R"({}<Relationships xmlns="{}/relationships">{}</Relationships>)", kHead,
                     kPackage, inner);
}

std::string workbook_relationships(std::size_t sheets) {
  std::string inner;
  for (std::size_t i = 1; i <= sheets; ++i)
    inner += fmt::format(
        R"(<Relationship Id="rId{0}" Type="{1}/worksheet" Target="worksheets/sheet{0}.xml"/>)", i,
        kOffice);
  inner += fmt::format(R"(<Relationship Id="rId{}" Type="{}/styles" Target="styles.xml"/>)",
                       sheets + 1, kOffice);
  return relationships(inner);
}

std::string workbook_xml(const std::vector<WorkbookSheet>& sheets) {
  std::string out =
      fmt::format(R"({}<workbook xmlns="{}" xmlns:r="{}"><sheets>)", kHead, kMain, kOffice);
  for (std::size_t i = 0; i < sheets.size(); ++i)
    out += fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)", escaped(sheets[i].name),
                       i + 1, i + 1);
  return out + "</sheets></workbook>";
}

}  // namespace

std::string workbook_bytes(const std::vector<WorkbookSheet>& sheets) {
  ZipWriter zip;
  zip.add("[Content_Types].xml", content_types(sheets.size()));
  zip.add("_rels/.rels",
          relationships(fmt::format(
              R"(<Relationship Id="rId1" Type="{}/officeDocument" Target="xl/workbook.xml"/>)",
              kOffice)));
  zip.add("xl/workbook.xml", workbook_xml(sheets));
  zip.add("xl/_rels/workbook.xml.rels", workbook_relationships(sheets.size()));
  zip.add("xl/styles.xml",
          fmt::format(R"({}<styleSheet xmlns="{}">{}</styleSheet>)", kHead, kMain, kStyles));
  for (std::size_t i = 0; i < sheets.size(); ++i)
    zip.add(fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheet_xml(sheets[i], i == 0));
  return zip.finish();
}

}  // namespace core::papers
