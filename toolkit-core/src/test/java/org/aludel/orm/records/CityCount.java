package org.aludel.orm.records;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.aludel.orm.annotation.View;

/** A record over a view. */
@Entity
@View
@Table(name = "city_count")
public record CityCount(@Id String country, long cities) implements Atlas {}
