package org.aludel.migrations.reverse;

/**
 * The collection of those that refer to an entity.
 *
 * @param element the class of those
 * @param mappedBy their attribute that refers
 */
record Inverse(String name, String element, String mappedBy) {
  Annotated annotation() {
    return new Annotated("OneToMany").text("mappedBy", mappedBy);
  }

  String javaType() {
    return "List<" + element + ">";
  }
}
