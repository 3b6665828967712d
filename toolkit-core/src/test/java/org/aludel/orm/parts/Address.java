package org.aludel.orm.parts;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.Json;
import org.aludel.orm.elements.Distance;
import org.aludel.orm.elements.DistanceConverter;
import org.aludel.orm.elements.Mood;

/** A mutable element, which its class calls equal to itself only. */
@Embeddable
public class Address {
  private String street;

  @Column(length = 40)
  private String city;

  private Position position;

  @Enumerated(EnumType.STRING)
  private Mood mood;

  @Convert(converter = DistanceConverter.class)
  private Distance distance;

  @Json private List<String> notes;

  protected Address() {}

  public Address(String street, String city) {
    this.street = street;
    this.city = city;
  }

  public static Address full(String street, String city) {
    Address address = new Address(street, city);
    address.position = new Position(1, 2);
    address.mood = Mood.CALM;
    address.distance = new Distance(70);
    address.notes = new ArrayList<>(List.of("gate"));
    return address;
  }

  public String getStreet() {
    return street;
  }

  public void setStreet(String value) {
    street = value;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String value) {
    city = value;
  }

  public Position getPosition() {
    return position;
  }

  public void setPosition(Position value) {
    position = value;
  }

  public Mood getMood() {
    return mood;
  }

  public Distance getDistance() {
    return distance;
  }

  public List<String> getNotes() {
    return notes;
  }
}
