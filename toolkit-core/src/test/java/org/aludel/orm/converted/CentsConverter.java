package org.aludel.orm.converted;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores an amount as a number. */
@Converter
public final class CentsConverter implements AttributeConverter<Cents, Long> {
  @Override
  public Long convertToDatabaseColumn(Cents attribute) {
    return attribute == null ? null : attribute.count();
  }

  @Override
  public Cents convertToEntityAttribute(Long stored) {
    return stored == null ? null : new Cents(stored);
  }
}
