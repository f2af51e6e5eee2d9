package dev.parley.session;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tickets with which a browser opens its socket. */
@Path("realtime/tickets")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class TicketsResource {
  @Inject TicketService tickets;
  @Inject AccountRates rates;
  @Inject Caller caller;

  @POST
  public Ticket issue() {
    rates.take(Action.TICKET, caller.id());
    return tickets.issue(caller.signedIn());
  }
}
