package vn.motcua.peer;

import org.springframework.data.jpa.repository.JpaRepository;

interface DossierRepository extends JpaRepository<DossierEntity, String> {}
