#include "core/intake/readers/shared_strings.h"

#include <utility>

#include "core/intake/readers/xml_text.h"

namespace core::intake {

bool read_rich_text(XmlScanner& xml, std::string& out) {
  out.clear();
  const std::size_t outside = xml.depth() - 1;
  bool shown = false;
  while (true) {
    const XmlToken token = xml.next();
    if (token == XmlToken::Failed || token == XmlToken::Finished) return false;
    if (token == XmlToken::End) {
      if (xml.depth() == outside) break;
      shown = false;
    } else if (token == XmlToken::Start) {
      shown = xml.name() == "t";
      if (xml.name() == "rPh" && !xml.skip_element()) return false;
    } else if (shown && xml.literal()) {
      out += xml.text();
    } else if (shown && !append_xml_text(out, xml.text())) {
      return xml.refuse_text();
    }
  }
  finish_cell_text(out);
  return true;
}

bool read_plain_text(XmlScanner& xml, std::string& out) {
  out.clear();
  const std::size_t outside = xml.depth() - 1;
  while (true) {
    const XmlToken token = xml.next();
    if (token == XmlToken::Failed || token == XmlToken::Finished) return false;
    if (token == XmlToken::End && xml.depth() == outside) break;
    if (token == XmlToken::Text && xml.literal()) out += xml.text();
    if (token == XmlToken::Text && !xml.literal() && !append_xml_text(out, xml.text()))
      return xml.refuse_text();
  }
  finish_cell_text(out);
  return true;
}

Status SharedStrings::add(std::string_view text, const Limits& limits) {
  if (texts_.size() >= limits.shared_strings) {
    return too_large("共享文字超过 " + std::to_string(limits.shared_strings) + " 条");
  }
  if (text.size() > limits.cell_bytes) {
    return too_large("有单元格的文字超过 " + size_text(limits.cell_bytes));
  }
  if (text.size() > limits.shared_string_bytes - arena_.size()) {
    return too_large("共享文字合计超过 " + size_text(limits.shared_string_bytes));
  }
  if (valid_text_prefix(text) != text.size()) return damaged("单元格的文字不是 UTF-8 文字");
  texts_.push_back(arena_.store(text));
  return Done{};
}

Result<SharedStrings> SharedStrings::read(XmlScanner xml, const Limits& limits) {
  SharedStrings strings;
  std::string text;
  for (XmlToken token = xml.next(); token != XmlToken::Finished; token = xml.next()) {
    if (token == XmlToken::Failed) return xml.failure();
    if (token != XmlToken::Start || xml.name() != "si") continue;
    std::string_view simple;
    if (xml.take_only_child("t", "si", simple) && is_plain(simple)) {
      CORE_TRY(strings.add(simple, limits));
      continue;
    }
    if (!simple.empty()) {
      text.clear();
      if (!append_xml_text(text, simple)) {
        xml.refuse_text();
        return xml.failure();
      }
      finish_cell_text(text);
    } else if (!read_rich_text(xml, text)) {
      return xml.failure();
    }
    CORE_TRY(strings.add(text, limits));
  }
  return strings;
}

}  // namespace core::intake
