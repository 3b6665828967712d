package org.aludel.orm.ticket;

import org.aludel.orm.mapping.DeclarativeBase;

/** A hierarchy whose classes say when their columns are read. */
public abstract class TicketBase extends DeclarativeBase {}
