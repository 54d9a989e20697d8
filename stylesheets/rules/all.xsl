<?xml version="1.0" encoding="UTF-8"?>
<!-- What is checked, in which order: a line per rule, with its condition. The texts are in the modules, a mode per code. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:i="urn:ismsdoc:dossier"
                xmlns:m="urn:ismsdoc:mode"
                xmlns:r="urn:ismsdoc:rule"
                xmlns:t="urn:ismsdoc:template"
                exclude-result-prefixes="m r t">

  <!-- Half of it is what answers and documents say, the other half what registers say; a share asks for one of them. -->
  <xsl:template match="i:dossier" mode="m:rules">
    <xsl:apply-templates select="self::*[$share != 'registers']" mode="m:text-rules"/>
    <xsl:apply-templates select="self::*[$share != 'texts']" mode="m:register-rules"/>
  </xsl:template>

  <xsl:template match="i:dossier" mode="m:text-rules">
    <xsl:apply-templates select="i:catalogs/i:catalog" mode="m:rules"/>
    <xsl:apply-templates select="i:roles/i:role" mode="m:rules"/>
    <xsl:apply-templates select="i:answers/i:answer" mode="m:rules"/>
    <xsl:apply-templates select="i:catalogs/i:catalog[@use = 'requirements']/descendant::i:control[not(@withdrawn = 'true')]/i:prop[@name = 'documented-information']
        [@ns = 'urn:ismsdoc:catalog'][not(@class = 'usual')]" mode="r:documented-information-missing"/>
    <xsl:apply-templates select="i:documents/i:document" mode="m:rules"/>
    <xsl:apply-templates select="i:records/i:record" mode="m:rules"/>
    <xsl:apply-templates select="i:drafts/i:document[not(@effective-from)]" mode="r:approval-pending"/>
    <xsl:apply-templates select="self::*[i:settings/i:foreign-name]" mode="r:foreign-name"/>
  </xsl:template>

  <xsl:template match="i:dossier" mode="m:register-rules">
    <xsl:apply-templates select="i:registers/i:register[@name = 'risks']/i:row[1][not($t:risk-accept = $t:risk-accept)]" mode="r:risk-method-missing"/>
    <xsl:apply-templates select="i:registers/i:register/i:row" mode="m:rules"/>
    <xsl:apply-templates select="i:registers/i:register[i:row]" mode="m:rules"/>
    <xsl:apply-templates select="i:registers/i:register/i:column[contains($t:past-columns, concat(' ', @name, ' '))]" mode="m:rules"/>
    <xsl:call-template name="t:user-rules"/>
  </xsl:template>

  <xsl:template match="*" mode="m:rules"/>

  <!-- Hook: more rules, called with the dossier as context. -->
  <xsl:template name="t:user-rules"/>

  <xsl:template match="i:catalog" mode="m:rules">
    <xsl:apply-templates select="i:prop[@name = 'superseded-by'][@ns = 'urn:ismsdoc:catalog']" mode="r:catalog-superseded"/>
    <xsl:apply-templates select="i:prop[@name = 'base'][@ns = 'urn:ismsdoc:catalog']" mode="r:base-edition"/>
  </xsl:template>

  <!-- Columns for days on which something has happened. -->
  <xsl:variable name="t:past-columns" select="' done-on held-on collected-on seen-on reviewed-on checked-on measured-on last-on closed-on effect-checked-on evaluated-on given-on noticed-on found-on acknowledged-on accepted-on plan-approved-on countersigned-on approved-on '"/>

  <!-- A register as a whole. -->
  <xsl:template match="i:register" mode="m:rules"/>
  <xsl:template match="i:register[@name = 'audits']" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:row/i:cell[@name = 'held-on'][translate(., '-', '') &gt;= $t:year-ago])]" mode="r:audit-none"/>
  </xsl:template>
  <xsl:template match="i:register[@name = 'management-reviews']" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:row/i:cell[@name = 'held-on'][translate(., '-', '') &gt;= $t:year-ago])]" mode="r:management-review-overdue"/>
  </xsl:template>
  <xsl:template match="i:register[@name = 'issues']" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:row[i:cell[@name = 'climate']]/i:cell[@name = 'climate-reason'])][/i:dossier/i:catalogs/i:catalog/i:prop[@name = 'amendment']]" mode="r:climate-undetermined"/>
  </xsl:template>

  <!-- An answer to a requirement. -->
  <xsl:template match="i:answer" mode="m:rules">
    <xsl:choose>
      <xsl:when test="key('control', @control)/ancestor::i:catalog/@use = 'requirements'">
        <xsl:apply-templates select="self::*[@decided != 'true']" mode="r:undecided-requirement"/>
        <xsl:apply-templates select="self::*[@status = 'gap']" mode="r:requirement-gap"/>
        <xsl:apply-templates select="self::*[@status = 'gap'][not(@due)]" mode="r:gap-without-date"/>
        <xsl:apply-templates select="self::*[@status = 'gap']/@due" mode="r:action-overdue"/>
      </xsl:when>
      <xsl:when test="@decided != 'true'">
        <xsl:apply-templates select="." mode="r:undecided-control"/>
      </xsl:when>
      <xsl:when test="@applicable = 'false'">
        <xsl:apply-templates select="self::*[not(normalize-space(i:exclusion))]" mode="r:excluded-without-reason"/>
        <xsl:apply-templates select="@reassess-by" mode="r:exclusion-stale"/>
        <xsl:apply-templates select="self::*[t:reasons(@control)]" mode="r:excluded-but-linked"/>
        <xsl:apply-templates select="i:exclusion" mode="r:reason-is-status"/>
        <xsl:apply-templates select="i:exclusion" mode="r:copied-reason"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="m:rules-necessary"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="self::*[@reviewed-on]" mode="r:answer-review-overdue"/>
    <xsl:apply-templates select="self::*[@decided = 'true']" mode="m:rules-proof"/>
    <xsl:apply-templates select="self::*[@decided = 'true']" mode="m:rules-texts"/>
  </xsl:template>

  <!-- A control that is necessary. -->
  <xsl:template match="i:answer" mode="m:rules-necessary">
    <xsl:variable name="sources" select="t:reasons(@control) | i:because"/>
    <xsl:variable name="justified" select="normalize-space(i:justification)"/>
    <xsl:apply-templates select="self::*[not($sources) and not($justified)]" mode="r:necessary-without-reason"/>
    <xsl:apply-templates select="self::*[not($sources) and $justified]" mode="r:reason-without-source"/>
    <xsl:apply-templates select="i:justification" mode="r:reason-is-status"/>
    <xsl:apply-templates select="i:justification" mode="r:copied-reason"/>
    <xsl:apply-templates select="self::*[not(@status)]" mode="r:status-missing"/>
    <xsl:apply-templates select="self::*[@status = 'implemented'][not(i:none-because)]
        [not(key('relation', @control)[@register = 'evidence'] or key('proves', @control))]" mode="r:implemented-without-evidence"/>
    <xsl:apply-templates select="self::*[not(i:site-part)][@status = 'partial' or @status = 'planned' or @status = 'not-implemented'][not(@due)]
                                              [not(t:open-actions(@control)/i:cell[@name = 'due'])]
                                 | i:site-part[not(@status = 'implemented')][not(@due)]" mode="r:planned-without-date"/>
    <xsl:apply-templates select="self::*[not(@status = 'implemented')]/@due | i:site-part[not(@status = 'implemented')]/@due" mode="r:action-overdue"/>
    <xsl:apply-templates select="self::*[@responsibility = 'shared' or @responsibility = 'inherited'][not(@provider)]" mode="r:provider-missing"/>
    <xsl:apply-templates select="self::*[not(@role)][key('control', @control)/i:prop[@name = 'role'][@ns = 'urn:ismsdoc:catalog']]" mode="r:role-missing"/>
  </xsl:template>

  <!-- A document that people write, or a derived one that somebody approves. -->
  <xsl:template match="i:document[@origin != 'derived' or @approver]" mode="m:rules">
    <xsl:apply-templates select="self::*[not(@owner)]" mode="r:document-without-owner"/>
    <xsl:apply-templates select="self::*[not(@approver)]" mode="r:document-without-approver"/>
    <xsl:apply-templates select="self::*[@origin = 'own'][not(@version) and not(i:version)]" mode="r:document-without-version"/>
    <xsl:apply-templates select="self::*[not(@state = 'approved') and not(@approved-text) and not(@changed)]" mode="r:document-not-approved"/>
    <xsl:apply-templates select="self::*[@changed = 'major']" mode="r:approval-pending"/>
    <xsl:apply-templates select="self::*[@changed = 'minor']" mode="r:approval-minor"/>
    <xsl:apply-templates select="self::*[@approved-text = 'missing']" mode="r:approved-text-missing"/>
    <xsl:apply-templates select="self::*[@approved-text = 'changed']" mode="r:approved-text-changed"/>
    <xsl:apply-templates select="self::*[@approved-text = 'lost']" mode="r:approved-text-lost"/>
    <xsl:apply-templates select="self::*[@approved-text = 'unknown']" mode="r:approved-text-unknown"/>
    <xsl:apply-templates select="self::*[@state = 'approved']" mode="r:document-review-overdue"/>
    <xsl:apply-templates select="self::*[@owner and @approver]" mode="r:same-owner-approver"/>
    <xsl:apply-templates select="i:version[@role != ../@approver][@current = 'true' or translate(@effective-on, '-', '') &gt; $t:now]" mode="r:approved-by-other"/>
  </xsl:template>

  <xsl:template match="i:role[not(@holder)]" mode="m:rules">
    <xsl:apply-templates select="." mode="r:role-without-holder"/>
  </xsl:template>

  <!-- A risk. What rests on levels needs a method; what is off the scale is said once, and not also that it is missing. -->
  <xsl:template match="i:register[@name = 'risks']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[not(normalize-space(i:cell[@name = 'owner']))]" mode="r:risk-without-owner"/>
    <xsl:apply-templates select="self::*[$t:risk-method]" mode="m:rules-risk"/>
  </xsl:template>

  <xsl:template match="i:row" mode="m:rules-risk">
    <xsl:variable name="risk" select="t:risk(.)"/>
    <xsl:variable name="option" select="normalize-space(i:cell[@name = 'option'])"/>
    <xsl:variable name="means" select="boolean(key('row-relation', @id)[@register = 'risks'] or t:risk-actions(.))"/>
    <xsl:variable name="given" select="$t:risk-method/@method = 'given'"/>
    <xsl:variable name="apart" select="boolean($t:risk-method[@confidentiality or @integrity or @availability])"/>
    <xsl:variable name="rated" select="i:cell[@name = 'current-level'][$given] | i:cell[@name = 'current-likelihood'][not($given)]
        [../i:cell[@name = 'current-impact' or ($apart and (@name = 'current-confidentiality' or @name = 'current-integrity' or @name = 'current-availability'))]]"/>
    <xsl:variable name="untreated" select="$risk/@above and (not($option) or ($option != 'retain' and not($means)) or ($option = 'retain' and $risk/@acceptance = 'needed'))"/>
    <xsl:apply-templates select="i:cell[starts-with(@name, 'inherent-') or starts-with(@name, 'current-') or starts-with(@name, 'target-')]
                                       [contains(' likelihood impact confidentiality integrity availability ', concat(' ', substring-after(@name, '-'), ' '))
                                        or ($given and substring-after(@name, '-') = 'level')] | i:cell[@name = 'accepted-level']" mode="r:risk-off-scale"/>
    <xsl:apply-templates select="self::*[not($rated)]" mode="r:risk-without-level"/>
    <xsl:apply-templates select="self::*[$untreated]" mode="r:risk-above-acceptance-without-treatment"/>
    <xsl:apply-templates select="self::*[$option and $option != 'retain'][not(i:cell[@name = 'plan-approved-on'])]" mode="r:risk-plan-not-approved"/>
    <xsl:apply-templates select="self::*[$risk/@acceptance = 'needed'][not($untreated)]" mode="r:risk-not-accepted"/>
    <xsl:apply-templates select="self::*[$risk/@acceptance = 'expired' or $risk/@acceptance = 'exceeded' or $risk/@acceptance = 'changed']" mode="r:acceptance-lapsed"/>
    <xsl:apply-templates select="i:cell[@name = 'plan-approved-by' or @name = 'accepted-by']" mode="r:acceptance-not-by-owner"/>
    <xsl:apply-templates select="self::*[$risk/@acceptance = 'accepted' or $risk/@acceptance = 'ahead']" mode="r:acceptance-not-countersigned"/>
    <xsl:apply-templates select="self::*[$risk/@target-level &gt; $risk/@current-level]" mode="r:target-above-current"/>
    <xsl:apply-templates select="self::*[$risk/@pending]" mode="r:target-relies-on-unimplemented"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'reviewed-on' or @name = 'accepted-on' or @name = 'plan-approved-on']]
        [not(i:cell[@name = 'reviewed-on' or @name = 'accepted-on' or @name = 'plan-approved-on'][translate(., '-', '') &gt;= $t:year-ago])]" mode="r:risk-review-overdue"/>
  </xsl:template>

  <!-- An action of the treatment plan. -->
  <xsl:template match="i:register[@name = 'treatment']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[t:action-state(.) = 'overdue']" mode="r:treatment-overdue"/>
    <xsl:apply-templates select="self::*[not(normalize-space(i:cell[@name = 'owner']))]" mode="r:treatment-without-owner"/>
    <xsl:apply-templates select="self::*[t:action-state(.) = 'done'][not(i:cell[@name = 'evidence'])]" mode="r:treatment-without-evidence"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'external-documents']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'replaced-by'])]" mode="r:external-check-overdue"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'objectives']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'measure']) and not(i:cell[@name = 'target'])]" mode="r:objective-without-measure"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'due'][translate(., '-', '') &lt; $t:now] and not(i:cell[@name = 'evaluation']) and not(i:cell[@name = 'evaluated-on'])]" mode="r:objective-without-evaluation"/>
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'actions']) and not(i:cell[@name = 'resources'])]" mode="r:objective-without-means"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'measures']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'method']) or not(i:cell[@name = 'when'])]" mode="r:measure-without-method"/>
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'last-value']) and not(key('measurement', @id))]" mode="r:measure-without-value"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'when']]" mode="r:measure-overdue"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'audits']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'planned-for'][translate(., '-', '') &lt; $t:now] and not(i:cell[@name = 'held-on'])]" mode="r:audit-overdue"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'held-on'][translate(., '-', '') &lt; $t:month-ago] and not(i:cell[@name = 'report'])]" mode="r:audit-without-report"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'auditor']][i:cell[@name = 'controls' or @name = 'control']][not(i:cell[@name = 'kind'] = 'supplier')]" mode="r:audit-own-work"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'audit-findings']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'grade'][. = 'major' or . = 'minor'] and i:cell[@name = 'closed-on'] and not(i:cell[@name = 'cause'])]" mode="r:audit-finding-without-cause"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'due'][translate(., '-', '') &lt; $t:now] and not(i:cell[@name = 'closed-on'])]" mode="r:audit-finding-overdue"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'grade'][. = 'major' or . = 'minor'] and i:cell[@name = 'closed-on'][translate(., '-', '') &lt; $t:quarter-ago] and not(i:cell[@name = 'effect-checked-on'])]" mode="r:audit-finding-without-check"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'management-reviews']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'held-on'][translate(., '-', '') &lt; $t:month-ago] and not(i:cell[@name = 'minutes'])]" mode="r:management-review-without-minutes"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'nonconformities']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'closed-on'] and not(i:cell[@name = 'cause'])]" mode="r:nonconformity-without-cause"/>
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'closed-on']) and not(i:cell[@name = 'cause']) and i:cell[@name = 'found-on'][translate(., '-', '') &lt; $t:month-ago]]" mode="r:nonconformity-cause-late"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'due'][translate(., '-', '') &lt; $t:now] and not(i:cell[@name = 'closed-on'])]" mode="r:nonconformity-overdue"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'closed-on'] and not(i:cell[@name = 'action'] or i:cell[@name = 'correction'])]" mode="r:nonconformity-without-action"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'closed-on'][translate(., '-', '') &lt; $t:quarter-ago] and not(i:cell[@name = 'effect-checked-on'])]" mode="r:nonconformity-without-check"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'incidents']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'closed-on'] and not(i:cell[@name = 'learned'])]" mode="r:incident-without-lesson"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'noticed-on'][translate(., '-', '') &lt; $t:quarter-ago] and not(i:cell[@name = 'closed-on'])]" mode="r:incident-open"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'opportunities']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'due'][translate(., '-', '') &lt; $t:now] and not(i:cell[@name = 'done-on']) and not(i:cell[@name = 'effectiveness'])]" mode="r:opportunity-overdue"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'done-on'] and not(i:cell[@name = 'effectiveness'])]" mode="r:opportunity-without-effectiveness"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'changes']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'consequences']) or not(i:cell[@name = 'owner'])]" mode="r:change-without-consequences"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'planned-for'][translate(., '-', '') &lt; $t:now] and not(i:cell[@name = 'done-on'])]" mode="r:change-overdue"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'suppliers']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'reaches'] and not(i:cell[@name = 'agreement'])]" mode="r:supplier-without-agreement"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'valid-until'][translate(., '-', '') &lt; $t:now]]" mode="r:supplier-assurance-expired"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'reviewed-on'][translate(., '-', '') &lt; $t:year-ago]]" mode="r:supplier-review-overdue"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'legal']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'controls']) and not(i:cell[@name = 'control'])]" mode="r:legal-without-control"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'reviewed-on'][translate(., '-', '') &lt; $t:year-ago]]" mode="r:legal-review-overdue"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'interested-parties']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'addressed']) and not(i:cell[@name = 'how-met' or @name = 'controls' or @name = 'control'])]" mode="r:interested-party-undecided"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'addressed'][. = 'yes'] and not(i:cell[@name = 'how-met' or @name = 'controls' or @name = 'control'])]" mode="r:interested-party-unmet"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'issues']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'reviewed-on'][translate(., '-', '') &lt; $t:year-ago]]" mode="r:issue-review-overdue"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'climate'] = 'yes' and not(i:cell[@name = 'climate-reason'])]" mode="r:climate-without-reason"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'certificates']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'valid-until'][translate(., '-', '') &lt; $t:now] and not(following-sibling::i:row/i:cell[@name = 'valid-until'][translate(., '-', '') &gt;= $t:now])]" mode="r:certificate-expired"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'soa-version']][not(i:cell[@name = 'valid-until'][translate(., '-', '') &lt; $t:now])]" mode="r:certificate-soa-version"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'contacts']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'checked-on'][translate(., '-', '') &lt; $t:year-ago]]" mode="r:contact-check-overdue"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'training']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'given-on'][translate(., '-', '') &lt; $t:month-ago] and not(i:cell[@name = 'proof']) and not(i:cell[@name = 'attended'])]" mode="r:training-without-proof"/>
    <xsl:apply-templates select="self::*[i:cell[@name = 'given-on']][i:cell[@name = 'repeat-months'] &gt; 0]" mode="r:training-overdue"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'competence']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'gap'][not(. = 'none' or . = 'None' or . = 'no' or . = '-' or . = '–')] and not(i:cell[@name = 'closed-by'])]" mode="r:competence-gap-open"/>
  </xsl:template>

  <xsl:template match="i:register[@name = 'exceptions']/i:row" mode="m:rules">
    <xsl:apply-templates select="self::*[i:cell[@name = 'ends-on'][translate(., '-', '') &lt; $t:now]]" mode="r:exception-expired"/>
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'ends-on'])]" mode="r:exception-without-end"/>
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'approved-by']) or not(i:cell[@name = 'approved-on'])]" mode="r:exception-not-approved"/>
    <xsl:apply-templates select="self::*[not(i:cell[@name = 'risks']) and not(i:cell[@name = 'risk'])]" mode="r:exception-without-risk"/>
  </xsl:template>

</xsl:stylesheet>
