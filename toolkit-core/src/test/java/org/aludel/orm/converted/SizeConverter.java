package org.aludel.orm.converted;

import jakarta.persistence.AttributeConverter;

/** Stores a size as its first letter. */
public final class SizeConverter implements AttributeConverter<Size, String> {
  @Override
  public String convertToDatabaseColumn(Size attribute) {
    return attribute == null ? null : attribute.name().substring(0, 1);
  }

  @Override
  public Size convertToEntityAttribute(String stored) {
    return stored == null ? null : stored.equals("S") ? Size.SMALL : Size.LARGE;
  }
}
