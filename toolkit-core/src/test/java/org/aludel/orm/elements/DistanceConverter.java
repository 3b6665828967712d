package org.aludel.orm.elements;

import jakarta.persistence.AttributeConverter;

/** Stores metres. */
public final class DistanceConverter implements AttributeConverter<Distance, Long> {
  @Override
  public Long convertToDatabaseColumn(Distance distance) {
    return distance == null ? null : distance.metres();
  }

  @Override
  public Distance convertToEntityAttribute(Long metres) {
    return metres == null ? null : new Distance(metres);
  }
}
