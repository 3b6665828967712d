package org.aludel.orm.yard;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One row of the gates of a yard. */
@Embeddable
public record Gate(@Column(length = 10) String label, int width) {}
