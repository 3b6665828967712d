package org.aludel.orm.graph;

import jakarta.persistence.Entity;

/** Has no attribute for the task that it is attached to. */
@Entity
public class Note extends GraphBase {}
