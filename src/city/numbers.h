// The dense numbers of everything the city knows. Numbers are allotted by decide, in the order of
// the ledger, so they are the same on every node; official codes and names are attributes, never
// keys.
#pragma once

#include <string>
#include <string_view>

#include "kernel/id.h"

namespace lantoa::city {

using UnitNo = Id<struct UnitTag>;          // any body in the tree: city, council, department, ward
using GroupNo = Id<struct GroupTag>;        // units that belong together, as somebody put them
using PersonNo = Id<struct PersonTag>;      // a named person; the name itself is in the vault
using AccountNo = Id<struct AccountTag>;    // a person's sign-in as an officer
using TokenNo = Id<struct TokenTag>;        // lets a program act for an account
using DocumentNo = Id<struct DocumentTag>;  // a legal or administrative document
using PlanNo = Id<struct PlanTag>;
using TaskNo = Id<struct TaskTag>;              // a plan's task
using AssignmentNo = Id<struct AssignmentTag>;  // a task's instance at one unit
using ExtensionNo = Id<struct ExtensionTag>;    // a unit's request for a later deadline
using AmendmentNo = Id<struct AmendmentTag>;    // a change of an issued plan
using ActivityNo = Id<struct ActivityTag>;      // what a unit did to make law known
using PhotoNo = Id<struct PhotoTag>;            // a picture that shows an activity
using WebPageNo = Id<struct WebPageTag>;        // a page elsewhere that shows an activity
using SpeakerNo = Id<struct SpeakerTag>;        // a person recognised to speak about law
using ArticleNo = Id<struct ArticleTag>;
using ImageNo = Id<struct ImageTag>;              // a picture of an article
using ItemNo = Id<struct ItemTag>;                // an obligation x a version: who must know what
using RoundNo = Id<struct RoundTag>;              // a form asked of many units for a period
using FigureNo = Id<struct FigureTag>;            // a figure frozen to a position of the ledger
using ReminderNo = Id<struct ReminderTag>;        // one mail that urges a unit
using ExplanationNo = Id<struct ExplanationTag>;  // why a unit is behind with a task
using LetterNo = Id<struct LetterTag>;            // a signed letter that urges a unit
using QuestionNo = Id<struct QuestionTag>;        // what a unit asks of those who guide it
using CommentNo = Id<struct CommentTag>;          // what a citizen wrote under an article
using RatingNo = Id<struct RatingTag>;            // whether an article helped one reader
using CheckpointNo = Id<struct CheckpointTag>;    // the ledger signed at one of its facts

template <class Tag>
std::string subject(std::string_view kind, Id<Tag> no) {
  return std::string(kind) + "/" + std::to_string(no.value);
}

}  // namespace lantoa::city
