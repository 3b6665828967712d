package org.aludel.orm.versions;

/** What the tests do with all of them. */
interface Versioned {
  Long getId();

  void setName(String value);

  Object getVersion();
}
