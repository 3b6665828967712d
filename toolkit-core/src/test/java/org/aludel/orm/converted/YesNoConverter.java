package org.aludel.orm.converted;

import jakarta.persistence.AttributeConverter;

/** Stores a yes as "Y". */
public final class YesNoConverter implements AttributeConverter<Boolean, String> {
  @Override
  public String convertToDatabaseColumn(Boolean attribute) {
    return attribute == null ? null : attribute ? "Y" : "N";
  }

  @Override
  public Boolean convertToEntityAttribute(String stored) {
    return stored == null ? null : stored.equals("Y");
  }
}
