// How law is made known (hình thức phổ biến). Plans record these names, so they are only added to.
#pragma once

namespace lantoa::viet {

enum class DisseminationForm {
  Meetings,
  AgencySites,
  LawSite,  // the site for disseminating law
  CityPortal,
  Press,
  Broadcasting,
  Loudspeakers,
  SocialNetworks,
  VisualDisplays,
  Contests,
  PrintedMatter,
  LegalAdvice,  // advice, legal aid, law days
  Other,
};

}  // namespace lantoa::viet
