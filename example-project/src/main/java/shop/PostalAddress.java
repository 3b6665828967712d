package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where somebody lives: a value, in columns of its owner's table. */
// tutorial: embeddable
@Embeddable
public record PostalAddress(
    @Column(length = 60) String street,
    @Column(length = 10) String zip,
    @Column(length = 40) String city) {}
// end
