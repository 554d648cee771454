// Starts the module: the page takes it from here, see exports.cpp.

#include "web/browser/application.h"
#include "web/browser/page.h"

int main() {
  // Lives as long as the page.
  web::page::attach(new web::Application());
  return 0;
}
