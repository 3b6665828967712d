package org.aludel.orm.specimen;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aludel.orm.annotation.SqlType;
import org.aludel.type.value.BitString;
import org.aludel.type.value.Inet;
import org.aludel.type.value.Interval;
import org.aludel.type.value.MacAddress;
import org.aludel.type.value.MultiRange;
import org.aludel.type.value.Point;
import org.aludel.type.value.Range;

/** Has an attribute of each kind that only a codec reads. */
@Entity
public class Specimen extends SpecimenBase {
  @Id private Long id;

  Interval interval;

  @SqlType("interval day to second(3)")
  Duration duration;

  Period period;

  @Column(secondPrecision = 3)
  OffsetTime time;

  Inet inet;

  @SqlType("cidr")
  Inet network;

  InetAddress host;
  MacAddress mac;
  BitString bits;

  @SqlType("bit(4)")
  BitString nibble;

  Point point;
  Range<Integer> numbers;
  Range<LocalDate> days;
  MultiRange<OffsetDateTime> spans;
  Map<String, String> labels;
  List<String> tags;

  @SqlType("varchar(5)[]")
  List<String> codes;

  List<Long> counts;
  List<UUID> keys;
  List<Instant> moments;
  List<Inet> addresses;

  @SqlType("positive")
  Integer positive;

  @SqlType("int8range")
  String rangeText;

  BigDecimal price;

  @Convert(converter = HueConverter.class)
  @Column(length = 7)
  Hue hue;

  @Convert(converter = HueConverter.Position.class)
  Hue number;

  protected Specimen() {}

  public Specimen(long id) {
    this.id = id;
  }

  public Long getId() {
    return id;
  }
}
