package org.aludel.processor;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The class that an attribute in a column has in the metamodel: one with the operators of its type
 * where there is one.
 *
 * @param name in {@code org.aludel.orm.metamodel}
 * @param argument what follows the entity as type argument, or empty
 * @param factory the method of {@code EntityTable} that makes it
 */
record AttributeClass(String name, String argument, String factory) {
  private static final String VALUE = "org.aludel.type.value.";
  private static final Pattern GENERIC = Pattern.compile("([\\w.]+)<(.+)>");
  private static final Set<String> ADDRESSES = Set.of(VALUE + "Inet", "java.net.InetAddress");

  static AttributeClass of(AttributeModel attribute) {
    String type = TypeNames.boxed(attribute.elementType());
    AttributeClass plain = new AttributeClass("BasicAttribute", type, "basic");
    if (Mirrors.has(attribute.field(), OwnTypeInspector.JSON)) {
      return new AttributeClass("JsonAttribute", type, "json");
    }
    if (attribute.otherwiseStored()) {
      return plain;
    }
    String declared = SqlTypeText.declared(attribute.field()).toLowerCase(Locale.ROOT).strip();
    if (declared.equals("jsonb") || declared.equals("json")) {
      return new AttributeClass("JsonAttribute", type, "json");
    }
    if (declared.equals("tsvector")) {
      return new AttributeClass("SearchAttribute", "", "search");
    }
    if (ADDRESSES.contains(type)) {
      return new AttributeClass("NetworkAttribute", type, "network");
    }
    Matcher generic = GENERIC.matcher(type);
    return generic.matches() ? generic(generic.group(1), generic.group(2), plain) : plain;
  }

  private static AttributeClass generic(String type, String argument, AttributeClass plain) {
    return switch (type) {
      case "java.util.List" -> new AttributeClass("ArrayAttribute", argument, "array");
      case VALUE + "Range" -> new AttributeClass("RangeAttribute", argument, "range");
      case VALUE + "MultiRange" ->
          new AttributeClass("MultiRangeAttribute", argument, "multiRange");
      case "java.util.Map" -> new AttributeClass("HstoreAttribute", "", "hstore");
      default -> plain;
    };
  }
}
